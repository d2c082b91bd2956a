/**
 * Options that a plugin declares once, as a record; parsing, errors and reference pages come from
 * it.
 *
 * <p>May use {@code error} and {@code data}.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sdk.config;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
