#!/usr/bin/env python3
import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kennisplatform.settings")
    from django.core.exceptions import ImproperlyConfigured  # after the setting above
    from django.core.management import execute_from_command_line

    from kennisplatform import veilig

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as fout:
        if os.environ.get("DEBUG") == "1":
            raise
        veilig.stop(fout)
