/**
 * What went wrong, in a form that people and code can act on.
 *
 * <p>The floor of the SDK: every other package may use this one, it uses none.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sdk.error;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
