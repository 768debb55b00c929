package dev.muster.manifests;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds what a manifest says and its API type does not know: the client keeps it in "additional properties". */
final class UnknownFields {

    private static final String KEEPER = "getAdditionalProperties";

    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    /** The paths of the unknown fields. */
    static List<String> in(Object object) {
        UnknownFields search = new UnknownFields();
        search.visit("", object);
        return search.found;
    }

    private void visit(String path, Object value) {
        if (value instanceof Collection<?> items) {
            int index = 0;
            for (Object item : items) {
                visit(path + "[" + index++ + "]", item);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> visit(path + "." + key, item));
        } else if (value != null && value.getClass().getName().startsWith("io.fabric8.") && !(value instanceof Enum)) {
            visitBean(path, value);
        }
    }

    private void visitBean(String path, Object bean) {
        for (Method method : bean.getClass().getMethods()) {
            if (method.getName().equals(KEEPER)) {
                ((Map<?, ?>) get(bean, method)).keySet().forEach(key -> found.add(path + "." + key));
            } else if (isGetter(method)) {
                visit(path + "." + method.getName().substring("get".length()), get(bean, method));
            }
        }
    }

    private static boolean isGetter(Method method) {
        return method.getName().startsWith("get")
                && method.getParameterCount() == 0
                && method.getDeclaringClass() != Object.class;
    }

    private static Object get(Object bean, Method getter) {
        try {
            return getter.invoke(bean);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(getter.toString(), e);
        }
    }
}
