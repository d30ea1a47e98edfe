"""The site's own way to hash a password, with fewer rounds: what a stored hash looks like and how it is checked stays."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class Snel(PBKDF2PasswordHasher):
    iterations = 1000
