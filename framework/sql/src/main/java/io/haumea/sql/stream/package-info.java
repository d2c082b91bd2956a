/**
 * Stream definitions, their texts, and the port by which the analyser finds them. Uses nothing of
 * the module.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sql.stream;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
