/** Rules: created, started, stopped, told of. The public types are the port to the surfaces. */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.server.rule;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
