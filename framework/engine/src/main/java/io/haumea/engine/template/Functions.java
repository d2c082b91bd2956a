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
package io.haumea.engine.template;

import io.haumea.engine.template.Function.Body;
import io.haumea.engine.template.text.Escapes;
import io.haumea.engine.template.text.FunctionException;
import io.haumea.engine.template.text.JsonText;
import io.haumea.engine.template.text.Printf;
import io.haumea.engine.template.text.Printing;
import io.haumea.engine.template.text.Values;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions that templates may call: Go's own, and {@code json}, {@code base64}, {@code add}.
 */
final class Functions {

    private static final Map<String, Function> ALL = all();

    private Functions() {}

    static @Nullable Function find(String name) {
        return ALL.get(name);
    }

    private static Map<String, Function> all() {
        Map<String, Function> all = new HashMap<>();
        add(all, "and", 1, Function.MANY, new Function.Choice(false));
        add(all, "or", 1, Function.MANY, new Function.Choice(true));
        add(all, "not", 1, 1, arguments -> !Values.truth(arguments[0]));
        add(all, "call", 1, Function.MANY, Functions::call);
        add(all, "len", 1, 1, arguments -> Parts.length(arguments[0]));
        add(all, "index", 1, Function.MANY, Parts::index);
        add(all, "slice", 1, Function.MANY, Parts::slice);
        add(all, "print", 0, Function.MANY, Printing::print);
        add(all, "println", 0, Function.MANY, Printing::println);
        add(all, "printf", 1, Function.MANY, Printf::format);
        add(all, "html", 0, Function.MANY, arguments -> Escapes.html(Printing.whole(arguments)));
        add(all, "js", 0, Function.MANY, arguments -> Escapes.js(Printing.whole(arguments)));
        add(all, "urlquery", 0, Function.MANY, a -> Escapes.urlQuery(Printing.whole(a)));
        add(all, "eq", 1, Function.MANY, Comparisons::equal);
        add(all, "ne", 2, 2, arguments -> !Comparisons.equal(arguments));
        add(all, "lt", 2, 2, arguments -> Comparisons.less(arguments));
        add(all, "le", 2, 2, arguments -> Comparisons.lessOrEqual(arguments));
        add(all, "gt", 2, 2, arguments -> !Comparisons.lessOrEqual(arguments));
        add(all, "ge", 2, 2, arguments -> !Comparisons.less(arguments));
        add(all, "json", 1, 1, arguments -> JsonText.of(arguments[0]));
        add(all, "base64", 1, 1, arguments -> Conversion.base64(arguments[0]));
        add(all, "add", 2, 2, arguments -> Conversion.add(arguments[0], arguments[1]));
        return Map.copyOf(all);
    }

    private static void add(
            Map<String, Function> all, String name, int least, int most, Body body) {
        all.put(name, new Function(name, least, most, body));
    }

    /** Data hold no functions, so nothing can be called. */
    private static Object call(@Nullable Object[] arguments) throws FunctionException {
        Object function = arguments[0];
        throw new FunctionException(
                function == null ? "call of nil" : "non-function of type " + Values.type(function));
    }
}
