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
package io.haumea.samples;

import io.haumea.sdk.source.Sharing;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.source.SourceFactory;
import io.haumea.sdk.source.SourceSpec;
import io.haumea.sdk.source.SourceType;
import org.osgi.service.component.annotations.Component;

/**
 * Makes sources of the type {@code ticker}.
 *
 * <p>The factory is what the server finds: {@code @Component} publishes it as a service as soon as
 * the jar is in the folder, {@code @SourceType} says under which name users reach it. It must be
 * public and have a public constructor without arguments, or Declarative Services can't make it.
 * Everything else in a plugin can be package-private.
 */
@Component
@SourceType("ticker")
public final class TickerSourceFactory implements SourceFactory<TickerOptions> {

    @Override
    public Class<TickerOptions> options() {
        return TickerOptions.class;
    }

    /** Private: nothing outside is shared, so that each rule gets a ticker that starts with it. */
    @Override
    public Sharing sharing() {
        return Sharing.PRIVATE;
    }

    @Override
    public Source create(TickerOptions options, SourceSpec spec) {
        return new TickerSource(options);
    }
}
