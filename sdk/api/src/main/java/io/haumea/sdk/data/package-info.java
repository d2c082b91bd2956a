/**
 * Values, types, rows and messages: what travels between plugins and the engine.
 *
 * <p>May use {@code error}; used by every package above it.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sdk.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
