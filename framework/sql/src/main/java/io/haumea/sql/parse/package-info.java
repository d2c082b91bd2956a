/**
 * Text to statements: a hand-written scanner and recursive descent. Uses {@code ast}, {@code
 * error}, {@code stream} and the operators of {@code plan}.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sql.parse;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
