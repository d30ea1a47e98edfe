from menukaart.kiezen.models.keuze import Keuze, Keuzegebeurtenis, Keuzeopmerking, Stem
from menukaart.kiezen.models.profiel import Buurtprofiel

__all__ = ["Buurtprofiel", "Keuze", "Keuzegebeurtenis", "Keuzeopmerking", "Stem"]
