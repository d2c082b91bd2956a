/**
 * The list of everything built in, for runners that have no OSGi. The roof of this module: it
 * imports the other packages, and none of them imports it.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.builtin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
