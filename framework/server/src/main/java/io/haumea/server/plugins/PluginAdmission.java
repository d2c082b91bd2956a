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
package io.haumea.server.plugins;

import io.haumea.server.plugins.PluginInfo.OfferedType;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;

/** Decides whether a started plugin is let in, and lets rules see what it offers. */
final class PluginAdmission {

    private final PluginRegistry registry;
    private final ComponentCheck components;

    PluginAdmission(PluginRegistry registry, ComponentCheck components) {
        this.registry = registry;
        this.components = components;
    }

    /**
     * Checks a plugin that has been started.
     *
     * @param service whether it need not offer anything to rules
     * @return what it offers
     * @throws Refusal if a component does not work, it offers nothing, or what others offer
     */
    List<OfferedType> check(Bundle plugin, boolean service) throws Refusal {
        Optional<String> problem = components.problem(plugin);
        if (problem.isPresent()) {
            throw new Refusal(problem.get());
        }
        List<String> flaws = registry.flawsOf(plugin.getBundleId());
        if (!flaws.isEmpty()) {
            throw new Refusal("does not start: " + String.join("; ", flaws));
        }
        List<Offer> offers = registry.offersOf(plugin.getBundleId());
        if (offers.isEmpty() && !service) {
            throw new Refusal(
                    "offers nothing: it has no active component that is a source, sink, function"
                            + " library or format (a plugin that serves something else says"
                            + " 'Haumea-Plugin: service' in its manifest)");
        }
        for (Offer offer : offers) {
            checkFree(offer);
        }
        return offers.stream().map(Offer::type).toList();
    }

    private void checkFree(Offer offer) throws Refusal {
        Optional<Offer> taken =
                registry.find(offer.kind(), offer.name())
                        .filter(other -> other.origin().bundleId() != offer.origin().bundleId());
        if (taken.isPresent()) {
            String owner =
                    taken.get().origin().system()
                            ? "Haumea itself offers"
                            : "the plugin " + taken.get().origin().plugin() + " offers already";
            throw new Refusal(
                    "offers the "
                            + offer.kind().text()
                            + " '"
                            + offer.name()
                            + "', which "
                            + owner);
        }
    }

    void admit(Bundle plugin) {
        registry.admit(plugin.getBundleId());
    }

    void retire(Bundle plugin) {
        registry.retire(plugin.getBundleId());
    }
}
