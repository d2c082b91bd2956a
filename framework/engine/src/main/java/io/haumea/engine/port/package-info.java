/** The port by which the engine asks for plugins. The floor: uses nothing of the module. */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.engine.port;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
