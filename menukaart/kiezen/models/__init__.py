from menukaart.kiezen.models.element import Element, Elementregel
from menukaart.kiezen.models.keuze import Keuze, Keuzegebeurtenis, Keuzeopmerking, Stem
from menukaart.kiezen.models.profiel import Buurtprofiel

__all__ = ["Buurtprofiel", "Element", "Elementregel", "Keuze", "Keuzegebeurtenis", "Keuzeopmerking", "Stem"]
