"""MkDocs loads this file by path; every ``on_*`` name in it becomes an event handler."""

import gc

gc.disable()  # what is loaded here stays; the publisher decides about the rest

from casebook.engines.mkdocs_plugin import as_hooks  # noqa: E402

_plugin, on_config = as_hooks("casebook")
on_startup = _plugin.on_startup
on_files = _plugin.on_files
on_env = _plugin.on_env
on_page_context = _plugin.on_page_context
on_template_context = _plugin.on_template_context
on_post_build = _plugin.on_post_build
on_build_error = _plugin.on_build_error
on_shutdown = _plugin.on_shutdown
