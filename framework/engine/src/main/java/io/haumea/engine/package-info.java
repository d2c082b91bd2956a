/**
 * The engine: starts rules and stops them. The roof of the module: uses every package, used by
 * none.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.engine;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
