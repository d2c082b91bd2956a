/** What a rule is to the engine, and what the engine tells of it. May use {@code port}. */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.engine.rule;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
