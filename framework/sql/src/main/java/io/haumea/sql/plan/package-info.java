/**
 * The logical plan of a rule: what is computed, over which slots, in which order. The engine turns
 * it into operators. May use {@code stream}.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sql.plan;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
