/**
 * What a statement says, before anything in it is looked up. Made by {@code parse}; uses {@code
 * error}, {@code stream} and the operators of {@code plan}.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sql.ast;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
