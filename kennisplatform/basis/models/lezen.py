from http import HTTPMethod


class AlleenLezen:
    """A page that is only read: any other method is a plain 405."""

    allowed_http_methods = (HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS)
