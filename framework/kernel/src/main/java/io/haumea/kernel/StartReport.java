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
package io.haumea.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what goes wrong while the framework climbs to its start level. */
final class StartReport implements FrameworkListener {
    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

    private static final long EVENT_LIMIT_SECONDS = 10;

    private final CountDownLatch started = new CountDownLatch(1);
    private final Map<Long, Throwable> errorByBundle = new ConcurrentHashMap<>();

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.STARTED) {
            started.countDown();
        } else if (event.getType() == FrameworkEvent.ERROR) {
            Bundle bundle = event.getBundle();
            Throwable error = event.getThrowable();
            LOG.debug("Bundle {} does not start", bundle.getSymbolicName(), error);
            errorByBundle.putIfAbsent(bundle.getBundleId(), error);
        }
    }

    /**
     * Waits until all events of the climb have been seen. They are delivered by a thread of the
     * framework, the end of the climb last, so this takes no longer than that thread needs.
     */
    void awaitEvents() throws InterruptedException {
        if (!started.await(EVENT_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The framework did not report its start within {} s", EVENT_LIMIT_SECONDS);
        }
    }

    /** One sentence for each of the bundles that does not run; root causes only, if known. */
    List<String> problems(BundleContext context, List<Bundle> bundles) {
        BundleDoctor doctor = new BundleDoctor(context);
        List<String> causes = new ArrayList<>();
        List<String> consequences = new ArrayList<>();
        for (Bundle bundle : bundles) {
            if (isFragment(bundle) ? bundle.getState() != Bundle.INSTALLED : isRunning(bundle)) {
                continue;
            }
            List<String> needs =
                    bundle.getState() == Bundle.INSTALLED ? doctor.unmetNeeds(bundle) : List.of();
            List<String> target =
                    needs.stream().allMatch(n -> n.endsWith("does not resolve either"))
                                    && !needs.isEmpty()
                            ? consequences
                            : causes;
            target.add(
                    bundle.getSymbolicName()
                            + " "
                            + (needs.isEmpty() ? failure(bundle) : String.join(", and ", needs)));
        }
        return causes.isEmpty() ? consequences : causes;
    }

    static boolean isFragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    private static boolean isRunning(Bundle bundle) {
        return bundle.getState() == Bundle.ACTIVE;
    }

    private String failure(Bundle bundle) {
        Throwable error = errorByBundle.get(bundle.getBundleId());
        return "does not start: " + (error == null ? "no reason is known" : rootMessage(error));
    }

    private static String rootMessage(Throwable error) {
        Throwable root = error;
        for (Throwable next = root; next != null; next = causeOf(next)) {
            root = next;
        }
        String message = root.getMessage();
        return root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private static @Nullable Throwable causeOf(Throwable error) {
        return error.getCause() == error ? null : error.getCause();
    }
}
