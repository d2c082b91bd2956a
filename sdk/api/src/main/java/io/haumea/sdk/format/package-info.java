/**
 * Formats: how the bytes of a message become columns.
 *
 * <p>May use {@code error}, {@code data} and {@code config}.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sdk.format;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
