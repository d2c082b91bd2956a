/**
 * The plugin host: owns the inbox, inspects, installs, replaces and removes bundles. The public
 * types are the port to the surfaces.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.server.plugins;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
