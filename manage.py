#!/usr/bin/env python3
import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kennisplatform.settings")
    from django.core.management import execute_from_command_line  # after the setting above

    execute_from_command_line(sys.argv)
