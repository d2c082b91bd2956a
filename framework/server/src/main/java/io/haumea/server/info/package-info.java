/** What the server is: version, uptime, addresses. */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.server.info;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
