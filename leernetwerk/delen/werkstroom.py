"""The road of an example: handed in → one task of the final editors → published. Set up once; after that the team's."""

from django.contrib.auth.models import Group
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from kennisplatform.basis.boom import gebied
from leernetwerk.delen.models import Beoordeling
from leernetwerk.models import LeernetwerkPagina

NAAM = "Praktijkvoorbeelden"


def plant() -> None:
    if Workflow.objects.filter(name=NAAM).exists():
        return
    taak = Beoordeling.objects.create(name="Beoordeling")
    taak.groups.set([Group.objects.get_or_create(name="Eindredacteur")[0]])
    stroom = Workflow.objects.create(name=NAAM)
    WorkflowTask.objects.create(workflow=stroom, task=taak)
    WorkflowPage.objects.update_or_create(page=gebied(LeernetwerkPagina), defaults={"workflow": stroom})
