"""Words for templates of figures."""

from django import template

from kennisplatform.cijfers.getallen import nl
from kennisplatform.cijfers.perioden import in_woorden

register = template.Library()
register.filter("periode", in_woorden)
register.filter("nl", nl)
