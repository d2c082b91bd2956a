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
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Namespace;

/**
 * Says in words why a bundle does not resolve. It asks the wiring API what each unresolved bundle
 * requires and what there is, because the resolver's own message is a filter expression. Conflicts
 * between {@code uses} constraints are not covered: then the list is empty.
 */
final class BundleDoctor {
    private final BundleContext context;

    BundleDoctor(BundleContext context) {
        this.context = context;
    }

    /**
     * One sentence part for each need that is not met, such as "needs Java 21; this is Java 17".
     */
    List<String> unmetNeeds(Bundle bundle) {
        List<String> needs = new ArrayList<>();
        for (BundleRequirement requirement : requirements(bundle)) {
            if (!isMandatory(requirement)) {
                continue;
            }
            List<BundleCapability> matching = matching(requirement);
            if (matching.isEmpty()) {
                needs.add(Needs.describe(requirement, near(requirement)));
            } else if (matching.stream().noneMatch(c -> isResolved(c.getRevision().getBundle()))) {
                String provider = matching.get(0).getRevision().getSymbolicName();
                if (!provider.equals(bundle.getSymbolicName())) {
                    needs.add("needs the bundle " + provider + ", which does not resolve either");
                }
            }
        }
        return needs.stream().distinct().toList();
    }

    private static List<BundleRequirement> requirements(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null ? List.of() : revision.getDeclaredRequirements(null);
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        String resolution = directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
        String effective =
                directives.getOrDefault(
                        Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
        return !Namespace.RESOLUTION_OPTIONAL.equals(resolution)
                && !PackageNamespace.RESOLUTION_DYNAMIC.equals(resolution)
                && Namespace.EFFECTIVE_RESOLVE.equals(effective);
    }

    private List<BundleCapability> matching(BundleRequirement requirement) {
        String filter = requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE);
        if (filter == null) {
            return capabilities(requirement.getNamespace());
        }
        try {
            var compiled = FrameworkUtil.createFilter(filter);
            return capabilities(requirement.getNamespace()).stream()
                    .filter(capability -> compiled.matches(capability.getAttributes()))
                    .toList();
        } catch (InvalidSyntaxException e) {
            return List.of(); // such a requirement is met by nothing; its text is shown as it is
        }
    }

    /** What has the required name, in whatever version. */
    private List<BundleCapability> near(BundleRequirement requirement) {
        String namespace = requirement.getNamespace();
        String name = Needs.name(requirement);
        return capabilities(namespace).stream()
                .filter(capability -> name.equals(capability.getAttributes().get(namespace)))
                .toList();
    }

    private List<BundleCapability> capabilities(String namespace) {
        List<BundleCapability> all = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null) {
                all.addAll(revision.getDeclaredCapabilities(namespace));
            }
        }
        return all;
    }

    private static boolean isResolved(Bundle bundle) {
        return bundle.getState() != Bundle.INSTALLED;
    }
}
