/** What is wrong with a statement, and where. The floor of the module: uses nothing of it. */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sql.error;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
