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
package io.haumea.server.boot;

import io.haumea.sdk.format.FormatFactory;
import io.haumea.server.info.Info;
import io.haumea.server.plugins.PluginHost;
import io.haumea.server.rule.Rules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings the server up in order: every plugin is in use or refused before the first rule starts. As
 * this happens while the framework starts, a server that says it runs has its rules running.
 */
@Component(service = Startup.class, immediate = true)
public final class Startup {

    /**
     * Does it all.
     *
     * @param plugins works through its folder first
     * @param rules start then
     * @param info is told when that is done
     * @param builtin the built-in format, without which no rule could start; the other built-ins
     *     come with it
     */
    @Activate
    public Startup(
            @Reference PluginHost plugins,
            @Reference Rules rules,
            @Reference Info info,
            @Reference(target = "(format.type=json)") FormatFactory builtin) {
        plugins.workThrough();
        rules.startStored();
        info.markReady();
    }
}
