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
package io.haumea.engine.expression;

import io.haumea.engine.row.Names;
import io.haumea.sdk.data.Metadata;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.function.ScalarCall;
import io.haumea.sql.plan.BinaryOperator;
import io.haumea.sql.plan.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns analysed expressions into closures. */
public final class ExpressionCompiler {

    private final SlotAccess access;
    private final FunctionSite site;
    private final boolean nullsAreEqual;

    /**
     * Makes a compiler.
     *
     * @param access where slots are
     * @param site what functions need
     */
    public ExpressionCompiler(SlotAccess access, FunctionSite site) {
        this(access, site, true);
    }

    private ExpressionCompiler(SlotAccess access, FunctionSite site, boolean nullsAreEqual) {
        this.access = access;
        this.site = site;
        this.nullsAreEqual = nullsAreEqual;
    }

    /** A compiler for conditions of joins, where NULL equals nothing, not even NULL. */
    public ExpressionCompiler ofJoins() {
        return new ExpressionCompiler(access, site, false);
    }

    /**
     * Compiles an expression.
     *
     * @param expression the expression
     * @return the closure
     */
    public Evaluator compile(Expression expression) {
        if (expression instanceof Expression.SlotValue slot) {
            return access.read(slot.slot());
        }
        if (expression instanceof Expression.Constant constant) {
            Object value = constant.value();
            return frame -> value;
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        if (expression instanceof Expression.MetaValue meta) {
            return meta(meta);
        }
        if (expression instanceof Expression.FirstValue first) {
            return firstValue(first);
        }
        return unaryOrPath(expression);
    }

    private Evaluator firstValue(Expression.FirstValue first) {
        List<Evaluator> candidates = first.candidates().stream().map(this::compile).toList();
        List<Evaluator> present = first.present().stream().map(this::compile).toList();
        return frame -> {
            for (int i = 0; i < candidates.size(); i++) {
                Object value = candidates.get(i).evaluate(frame);
                boolean there =
                        value != null
                                || (!present.isEmpty() && present.get(i).evaluate(frame) != null);
                if (there) {
                    return value;
                }
            }
            return null;
        };
    }

    private Evaluator unaryOrPath(Expression expression) {
        if (expression instanceof Expression.Negate negate) {
            Evaluator operand = compile(negate.operand());
            return frame -> Arithmetic.negate(operand.evaluate(frame));
        }
        if (expression instanceof Expression.Not not) {
            return Logic.not(compile(not.operand()));
        }
        if (expression instanceof Expression.IsNull test) {
            Evaluator operand = compile(test.operand());
            return frame -> (operand.evaluate(frame) == null) != test.negated();
        }
        if (expression instanceof Expression.Member member) {
            Evaluator operand = compile(member.operand());
            String folded = Names.fold(member.name());
            return frame -> Paths.member(operand.evaluate(frame), folded);
        }
        if (expression instanceof Expression.Element element) {
            Evaluator operand = compile(element.operand());
            return frame -> Paths.element(operand.evaluate(frame), element.index());
        }
        if (expression instanceof Expression.Slice slice) {
            Evaluator operand = compile(slice.operand());
            return frame -> Paths.slice(operand.evaluate(frame), slice.from(), slice.to());
        }
        throw new IllegalStateException("No closure for " + expression.getClass());
    }

    private Evaluator meta(Expression.MetaValue meta) {
        Evaluator metadata = access.read(meta.slot());
        String key = meta.key();
        return frame -> {
            Object value = metadata.evaluate(frame);
            if (!(value instanceof Metadata known)) {
                return null;
            }
            return key.equals("*") ? known.toMap() : known.get(key);
        };
    }

    private Evaluator binary(Expression.Binary binary) {
        BinaryOperator operator = binary.operator();
        Evaluator left = compile(binary.left());
        Evaluator right = compile(binary.right());
        return switch (operator) {
            case AND -> Logic.and(left, right);
            case OR -> Logic.or(left, right);
            case EQUAL ->
                    nullsAreEqual
                            ? comparison(operator, left, right, binary.right())
                            : joinEquality(left, right);
            case NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                    comparison(operator, left, right, binary.right());
            default ->
                    frame ->
                            Arithmetic.apply(operator, left.evaluate(frame), right.evaluate(frame));
        };
    }

    private static Evaluator joinEquality(Evaluator left, Evaluator right) {
        return frame -> {
            Object a = left.evaluate(frame);
            Object b = right.evaluate(frame);
            return a != null && b != null && Comparison.apply(BinaryOperator.EQUAL, a, b);
        };
    }

    /** Comparing a value with a constant number is what most rules do, so it has its own way. */
    private static Evaluator comparison(
            BinaryOperator operator, Evaluator left, Evaluator right, Expression rightSide) {
        if (rightSide instanceof Expression.Constant constant
                && constant.value() instanceof Number number) {
            double limit = number.doubleValue();
            return frame -> {
                Object value = left.evaluate(frame);
                if (value instanceof Double floating) {
                    return Comparison.floating(operator, floating, limit);
                }
                if (value instanceof Long whole && number instanceof Long wholeLimit) {
                    return Comparison.whole(operator, whole, wholeLimit);
                }
                return Comparison.apply(operator, value, number);
            };
        }
        return frame -> Comparison.apply(operator, left.evaluate(frame), right.evaluate(frame));
    }

    private Evaluator call(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        Evaluator[] evaluators = arguments.stream().map(this::compile).toArray(Evaluator[]::new);
        @Nullable Object[] values = new Object[evaluators.length];
        ScalarCall body = call.function().instantiate(site.contextOf(call));
        String name = call.name();
        return frame -> {
            for (int i = 0; i < evaluators.length; i++) {
                values[i] = evaluators[i].evaluate(frame);
            }
            return invoke(name, body, values);
        };
    }

    /** The boundary to a plugin's code: whatever it throws is an error of this row alone. */
    private static @Nullable Object invoke(
            String name, ScalarCall body, @Nullable Object[] values) {
        try {
            return body.call(values);
        } catch (HaumeaException e) {
            throw new EvaluationException("call func " + name + " error: " + e.getMessage());
        } catch (Throwable e) {
            throw new EvaluationException("call func " + name + " error: " + e);
        }
    }
}
