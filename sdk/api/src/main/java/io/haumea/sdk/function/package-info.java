/**
 * SQL functions, scalar and aggregate.
 *
 * <p>May use {@code error}, {@code data} and {@code state}.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sdk.function;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
