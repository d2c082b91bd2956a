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

import io.haumea.engine.port.ContributionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All offers, and who of those that offer the same is asked: the system first, then whoever was
 * first. Thread-safe; looked up when rules start, not for messages.
 */
final class OfferBoard {

    private record Key(ContributionKind kind, String name) {}

    private final Map<Key, List<Offer>> offers = new HashMap<>();
    private final Map<Long, List<Offer>> byService = new LinkedHashMap<>();
    private final Map<Long, List<String>> flaws = new HashMap<>();
    private final Set<Long> admitted = new HashSet<>();

    synchronized void add(long serviceId, Offer offer) {
        List<Offer> same =
                offers.computeIfAbsent(
                        new Key(offer.kind(), offer.name()), key -> new ArrayList<>());
        same.add(offer.origin().system() ? 0 : same.size(), offer);
        byService.computeIfAbsent(serviceId, key -> new ArrayList<>()).add(offer);
    }

    synchronized void remove(long serviceId) {
        List<Offer> gone = byService.remove(serviceId);
        if (gone == null) {
            return;
        }
        for (Offer offer : gone) {
            Key key = new Key(offer.kind(), offer.name());
            List<Offer> same = offers.get(key);
            if (same != null) {
                same.remove(offer);
                if (same.isEmpty()) {
                    offers.remove(key);
                }
            }
        }
    }

    synchronized void flaw(Offer.Origin origin, String text) {
        flaws.computeIfAbsent(origin.bundleId(), id -> new ArrayList<>()).add(text);
    }

    synchronized void admit(long bundleId) {
        admitted.add(bundleId);
    }

    synchronized void retire(long bundleId) {
        admitted.remove(bundleId);
        flaws.remove(bundleId);
    }

    synchronized Optional<Offer> find(ContributionKind kind, String name) {
        return offers.getOrDefault(new Key(kind, name), List.of()).stream()
                .filter(this::available)
                .findFirst();
    }

    synchronized List<String> names(ContributionKind kind) {
        return offers.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .filter(entry -> entry.getValue().stream().anyMatch(this::available))
                .map(entry -> entry.getKey().name())
                .sorted()
                .toList();
    }

    synchronized List<Offer> offersOf(long bundleId) {
        return byService.values().stream()
                .flatMap(List::stream)
                .filter(offer -> offer.origin().bundleId() == bundleId)
                .toList();
    }

    synchronized List<String> flawsOf(long bundleId) {
        return List.copyOf(flaws.getOrDefault(bundleId, List.of()));
    }

    private boolean available(Offer offer) {
        return offer.origin().system() || admitted.contains(offer.origin().bundleId());
    }
}
