"""Words for templates of figures."""

from django import template

from kennisplatform.cijfers.perioden import in_woorden

register = template.Library()
register.filter("periode", in_woorden)
