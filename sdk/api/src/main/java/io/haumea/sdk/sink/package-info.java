/**
 * Sinks: where results go.
 *
 * <p>May use {@code error}, {@code data}, {@code config} and {@code state}.
 */
@Export
@Version("0.2.0")
@NullMarked
package io.haumea.sdk.sink;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
