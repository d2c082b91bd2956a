/** The port by which the analyser finds functions. Uses nothing of the module. */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sql.function;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
