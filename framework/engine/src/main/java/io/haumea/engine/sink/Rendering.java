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
package io.haumea.engine.sink;

import io.haumea.engine.operator.Emission;
import io.haumea.engine.template.Template;
import io.haumea.engine.template.TemplateException;
import io.haumea.sdk.data.Row;
import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.format.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes deliveries of emissions as the action wants them. Used by one thread at a time. */
final class Rendering {

    private final ActionOptions options;
    private final Encoder encoder;
    private final @Nullable Template template;
    private long number;

    /**
     * Gets ready.
     *
     * @param options what the action wants
     * @param encoder writes rows
     * @throws HaumeaException if the action's template is none
     */
    Rendering(ActionOptions options, Encoder encoder) {
        this.options = options;
        this.encoder = encoder;
        this.template = template(options.dataTemplate());
    }

    private static @Nullable Template template(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Template.compile(text);
        } catch (TemplateException e) {
            throw new HaumeaException(
                    ErrorCode.INVALID_OPTION,
                    "property dataTemplate " + text + " is invalid: " + e.getMessage(),
                    "The numbers after 'sink' are line and column of the template.",
                    e);
        }
    }

    /**
     * The deliveries of an emission; none if it is to be left out.
     *
     * @param emission rows or an error event, which is sent as it is
     * @param unfit hears of each row, or of the whole result, that the template doesn't take
     * @return in order
     */
    List<RenderedDelivery> render(Emission emission, Consumer<Throwable> unfit) {
        if (emission.error()) {
            return List.of(errorEvent(emission));
        }
        if (options.omitIfEmpty()
                && emission.rows().size() == 1
                && emission.rows().get(0).size() == 0) {
            return List.of();
        }
        try {
            return deliveries(emission.rows(), unfit);
        } catch (HaumeaException e) {
            return List.of(errorEvent(Emission.error("run Select error: " + e.getMessage())));
        }
    }

    private RenderedDelivery errorEvent(Emission emission) {
        List<Row> rows = emission.rows();
        return new RenderedDelivery(encoder.encode(rows), rows, true, number++);
    }

    /** All or none is made, as one value that can't be written makes an error of the result. */
    private List<RenderedDelivery> deliveries(List<Row> rows, Consumer<Throwable> unfit) {
        List<List<Row>> parts =
                options.sendSingle() ? rows.stream().map(List::of).toList() : List.of(rows);
        List<byte @Nullable []> payloads = new ArrayList<>(parts.size());
        for (List<Row> part : parts) {
            payloads.add(payload(part, unfit));
        }
        List<RenderedDelivery> deliveries = new ArrayList<>(parts.size());
        for (int i = 0; i < payloads.size(); i++) {
            byte[] payload = payloads.get(i);
            if (payload != null) {
                deliveries.add(new RenderedDelivery(payload, parts.get(i), false, number++));
            }
        }
        return deliveries;
    }

    private byte @Nullable [] payload(List<Row> rows, Consumer<Throwable> unfit) {
        if (template == null) {
            return options.sendSingle() ? encoder.encodeSingle(rows.get(0)) : encoder.encode(rows);
        }
        try {
            String text = options.sendSingle() ? template.fill(rows.get(0)) : template.fill(rows);
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (TemplateException e) {
            unfit.accept(e);
            return null;
        }
    }
}
