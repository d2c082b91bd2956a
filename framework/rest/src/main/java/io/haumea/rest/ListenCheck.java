/*
 * Copyright 2026 the Haumea project
 *
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except
 * in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License
 * is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express
 * or implied. See the License for the specific language governing permissions and limitations under
 * the License.
 */
package io.haumea.rest;

import java.util.function.IntConsumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a server that nobody could reach. The HTTP service only logs that it cannot listen and goes
 * on without a port; it starts before this bundle, so that by now it is known. The kernel tries the
 * port before, but another program may have taken it in between.
 */
@Component(service = ListenCheck.class, immediate = true)
public final class ListenCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ListenCheck.class);

    /**
     * Checks once, when the bundle starts.
     *
     * @param context the bundle
     * @param exit the kernel's exit service, which takes the exit code
     */
    @Activate
    public ListenCheck(
            BundleContext context, @Reference(target = "(haumea.service=exit)") IntConsumer exit) {
        if (context.getServiceReference("org.osgi.service.servlet.runtime.HttpServiceRuntime")
                == null) {
            LOG.error(
                    "Cannot listen on port {} of {}; stop what uses it, or choose another with"
                            + " --port N",
                    context.getProperty("org.osgi.service.http.port"),
                    context.getProperty("org.apache.felix.http.host"));
            exit.accept(1);
        }
    }
}
