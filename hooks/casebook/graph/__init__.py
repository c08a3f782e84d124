"""The graph: records joined by their links, and everything that follows from them.

State is derived here and never stored: outcomes, follow-up states, agendas, inverse relations.
"""

from casebook.graph.building import build_graph
from casebook.graph.graph import Graph
from casebook.graph.treatments import Treatment

__all__ = ["Graph", "Treatment", "build_graph"]
