/**
 * Statements to logical plans: looks up streams, names and functions, checks what can be known
 * before a message comes, and lays out the row. The roof of the module: uses all of it, and no
 * package uses this one.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sql.analyze;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
