"""The YAML nodes of `mkdocs.yml`: found by path, with the variables of the environment in their places.

Judging their values is left to `settings`.
"""

from collections.abc import Iterator, Mapping

import yaml

KeyPath = tuple[str, ...]


class SettingsTree:
    """The nodes below `root`. `!ENV` is resolved from `environment` as in MkDocs; other tags are ignored."""

    def __init__(self, root: yaml.MappingNode, environment: Mapping[str, str]) -> None:
        self.root = root
        self._environment = environment

    def nodes(self) -> Iterator[yaml.Node]:
        """Yield every node once, also where aliases make a circle. What is below an `!ENV` is part of it."""
        seen: set[int] = set()
        queue: list[yaml.Node] = [self.root]
        while queue:
            node = queue.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            yield node
            if node.tag == "!ENV":
                continue
            if isinstance(node, yaml.SequenceNode):
                queue.extend(reversed(node.value))
            elif isinstance(node, yaml.MappingNode):
                queue.extend(each for pair in reversed(node.value) for each in reversed(pair))

    def scalars(self) -> Iterator[yaml.Node]:
        """Yield the nodes of all keys and values; an `!ENV` is one value."""
        return (node for node in self.nodes() if isinstance(node, yaml.ScalarNode) or node.tag == "!ENV")

    def variables(self) -> Iterator[tuple[str, str | None]]:
        """Yield the environment variables that the file names, with their values."""
        for node in self.nodes():
            if node.tag == "!ENV":
                for name in [node] if isinstance(node, yaml.ScalarNode) else node.value:
                    if isinstance(name, yaml.ScalarNode):
                        yield name.value, self._environment.get(name.value)

    def find(self, path: KeyPath) -> yaml.Node | None:
        """Return the node at a path of keys, or None."""
        node: yaml.Node | None = self.root
        for name in path:
            node = dict(self.pairs(node)).get(name) if node is not None else None
        return node

    def near(self, path: KeyPath) -> yaml.Node:
        """Return the node at a path, or the nearest one above it."""
        for length in range(len(path), 0, -1):
            node = self.find(path[:length])
            if node is not None:
                return node
        return self.root

    def pairs(self, node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
        """Yield the keys of a mapping with the nodes of their values."""
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                name = self.scalar(key)
                if name:
                    yield name, value

    def elements(self, path: KeyPath) -> list[yaml.Node]:
        """Return the elements of the list at a path, or the keys of the mapping there."""
        node = self.find(path)
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        if isinstance(node, yaml.MappingNode):
            return [key for key, _ in node.value]
        return []

    def name_of(self, element: yaml.Node) -> str | None:
        """Return the name of an element that may have options, such as a plugin."""
        return next((name for name, _ in self.pairs(element)), None) or self.scalar(element)

    def text(self, path: KeyPath) -> str | None:
        """Return the value at a path as text, or None."""
        node = self.find(path)
        return self.scalar(node) if node is not None else None

    def scalar(self, node: yaml.Node) -> str | None:
        """Return a scalar as text; None for what is none, and for `null`."""
        if node.tag == "!ENV":
            return self.from_environment(node)
        if not isinstance(node, yaml.ScalarNode) or node.tag == "tag:yaml.org,2002:null":
            return None
        if node.tag == "tag:yaml.org,2002:bool":
            return "true" if node.value.lower() in {"true", "yes", "on"} else "false"
        return str(node.value)

    def from_environment(self, node: yaml.Node) -> str | None:
        """Return the value of an `!ENV`: of its first variable that is set, or else its default."""
        if isinstance(node, yaml.ScalarNode):
            return self._environment.get(node.value)
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            return None
        *names, default = node.value if len(node.value) > 1 else (*node.value, None)
        for name in names:
            if isinstance(name, yaml.ScalarNode) and name.value in self._environment:
                return self._environment[name.value]
        return self.scalar(default) if default is not None else None
