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

import io.haumea.engine.template.Source.Span;
import io.haumea.engine.template.Token.Kind;
import io.haumea.engine.template.text.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads pipelines: {@code $x := .a | printf "%.2f"}. */
final class PipelineParser {

    private static final int MOST_LEVELS = 50;

    private static final Set<Kind> STARTS =
            Set.of(
                    Kind.BOOLEAN,
                    Kind.CHARACTER,
                    Kind.DOT,
                    Kind.FIELD,
                    Kind.IDENTIFIER,
                    Kind.NUMBER,
                    Kind.NIL,
                    Kind.RAW_STRING,
                    Kind.STRING,
                    Kind.VARIABLE,
                    Kind.LEFT_PARENTHESIS);

    private final Tokens tokens;
    private final Scope scope;
    private int level;

    PipelineParser(Tokens tokens, Scope scope) {
        this.tokens = tokens;
        this.scope = scope;
    }

    /** The variables that a pipeline sets. */
    private static final class Target {
        private final List<Integer> slots = new ArrayList<>();
        private final List<String> declared = new ArrayList<>();
        private boolean declares;
    }

    /** Reads a pipeline and the token behind it. */
    Pipeline pipeline(String context, Kind end) {
        Target target = target(context);
        List<Command> commands = new ArrayList<>();
        Token token = tokens.peekPastSpace();
        while (!token.is(end)) {
            if (!STARTS.contains(token.kind())) {
                throw tokens.unexpected(token, context);
            }
            commands.add(command());
            token = tokens.peekPastSpace();
        }
        if (commands.isEmpty()) {
            throw tokens.invalid(token, "missing value for " + context);
        }
        tokens.next();
        Operand first = commands.get(0).operand();
        List<Operand.Call> calls = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            check(command, i);
            if (i > 0 && command.operand() instanceof Operand.Call call) {
                calls.add(call);
            }
        }
        return new Pipeline(first, calls, List.copyOf(target.slots), target.declares);
    }

    /** One stage: an operand, or a function with its arguments. */
    private record Command(Operand operand, Token start, int operands) {}

    private void check(Command command, int stage) {
        if (command.operand() instanceof Operand.Call call) {
            int count = call.arguments().size() + (stage > 0 ? 1 : 0);
            String refusal = call.function().refusal(count);
            if (refusal != null) {
                throw tokens.invalid(command.start(), refusal);
            }
        } else if (stage > 0) {
            throw tokens.invalid(
                    command.start(), "non executable command in pipeline stage " + (stage + 1));
        }
    }

    private Target target(String context) {
        Target target = new Target();
        int mark = tokens.mark();
        while (tokens.peekPastSpace().is(Kind.VARIABLE)) {
            Token variable = tokens.next();
            Token after = tokens.peekPastSpace();
            boolean comma = after.is(Kind.OTHER, ",");
            if (!comma && !after.is(Kind.ASSIGN) && !after.is(Kind.DECLARE)) {
                tokens.back(mark);
                return new Target();
            }
            tokens.next();
            target.declared.add(variable.text());
            if (!comma) {
                target.declares = after.is(Kind.DECLARE);
                return bound(target, variable);
            }
            if (!context.equals("range") || target.declared.size() > 1) {
                throw tokens.invalid(after, "too many declarations in " + context);
            }
            if (!tokens.peekPastSpace().is(Kind.VARIABLE)) {
                throw tokens.invalid(after, "range can only initialize variables");
            }
        }
        return target;
    }

    private Target bound(Target target, Token place) {
        for (String name : target.declared) {
            int slot = target.declares ? scope.declare(name) : slot(place, name);
            target.slots.add(slot);
        }
        return target;
    }

    /** Reads operands up to a bar, which is taken, or the end, which is not. */
    private Command command() {
        Token start = tokens.peekPastSpace();
        List<Operand> operands = new ArrayList<>();
        while (true) {
            tokens.peekPastSpace();
            Operand operand = operand();
            if (operand != null) {
                operands.add(operand);
            }
            Token token = tokens.peek();
            if (token.is(Kind.SPACE)) {
                continue;
            }
            if (token.is(Kind.PIPE)) {
                Span span = tokens.since(start.from());
                tokens.next();
                return command(start, operands, span);
            }
            if (token.is(Kind.RIGHT_DELIMITER) || token.is(Kind.RIGHT_PARENTHESIS)) {
                return command(start, operands, tokens.since(start.from()));
            }
            throw tokens.unexpected(token, "operand");
        }
    }

    private Command command(Token start, List<Operand> operands, Span span) {
        if (operands.isEmpty()) {
            throw tokens.invalid(start, "empty command");
        }
        Operand first = operands.get(0);
        List<Operand> rest = operands.subList(1, operands.size());
        if (first instanceof Operand.Call call) {
            Operand.Call whole = new Operand.Call(call.function(), List.copyOf(rest), span);
            rest.forEach(argument -> checkArgument(argument, start));
            return new Command(whole, start, operands.size());
        }
        if (!rest.isEmpty()) {
            throw tokens.invalid(
                    start,
                    first instanceof Operand.Members members
                            ? members.names().get(members.names().size() - 1)
                                    + " is not a method but has arguments"
                            : "can't give argument to non-function " + start.text());
        }
        if (start.is(Kind.NIL)) {
            throw tokens.invalid(start, "nil is not a command");
        }
        return new Command(first, start, 1);
    }

    /** A function that is an argument, or whose member is asked for, gets no arguments itself. */
    private void checkArgument(Operand argument, Token place) {
        if (argument instanceof Operand.Call call) {
            String refusal = call.function().refusal(0);
            if (refusal != null) {
                throw tokens.invalid(place, refusal);
            }
        }
    }

    private @Nullable Operand operand() {
        Token start = tokens.peek();
        Operand term = term();
        if (term == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        if (start.is(Kind.FIELD)) {
            names.add(start.text().substring(1));
        }
        while (tokens.peek().is(Kind.FIELD)) {
            if (term instanceof Operand.Constant || start.is(Kind.DOT)) {
                throw tokens.invalid(
                        tokens.peek(), "unexpected . after term " + Quoting.quote(start.text()));
            }
            names.add(tokens.next().text().substring(1));
        }
        if (names.isEmpty()) {
            return term;
        }
        checkArgument(term, start);
        return new Operand.Members(term, List.copyOf(names), tokens.since(start.from()));
    }

    private @Nullable Operand term() {
        int mark = tokens.mark();
        Token token = tokens.next();
        return switch (token.kind()) {
            case IDENTIFIER -> function(token);
            case DOT, FIELD -> new Operand.Dot();
            case NIL -> new Operand.Constant(null);
            case VARIABLE -> new Operand.Variable(slot(token, token.text()));
            case BOOLEAN -> new Operand.Constant(token.text().equals("true"));
            case NUMBER, CHARACTER -> new Operand.Constant(Numbers.read(tokens, token));
            case STRING, RAW_STRING -> new Operand.Constant(tokens.unquoted(token));
            case LEFT_PARENTHESIS -> group(token);
            default -> {
                tokens.back(mark);
                yield null;
            }
        };
    }

    private int slot(Token place, String name) {
        int slot = scope.find(name);
        if (slot < 0) {
            throw tokens.invalid(place, "undefined variable " + Quoting.quote(name));
        }
        return slot;
    }

    private Operand function(Token token) {
        Function function = Functions.find(token.text());
        if (function == null) {
            throw tokens.invalid(token, "function " + Quoting.quote(token.text()) + " not defined");
        }
        return new Operand.Call(function, List.of(), new Span(token.from(), token.to()));
    }

    private Operand group(Token token) {
        if (++level > MOST_LEVELS) {
            throw tokens.invalid(token, "more than " + MOST_LEVELS + " parentheses in each other");
        }
        Pipeline pipeline = pipeline("parenthesized pipeline", Kind.RIGHT_PARENTHESIS);
        level--;
        return new Operand.Group(pipeline, tokens.since(token.from()));
    }
}
