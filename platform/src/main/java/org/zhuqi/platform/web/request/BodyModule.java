package org.zhuqi.platform.web.request;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/**
 * What a JSON body must be before any of our code sees it: each component of one of our records that is not {@link Nullable}
 * is there (lists and maps are empty when left out), and no text is endless or holds what the database cannot keep.
 * Anything else is answered 400 with the name of the field.
 */
@Component
class BodyModule extends SimpleModule {
  private static final long serialVersionUID = 1L;
  /** Characters; the longest text of a form is well below. */
  private static final int LONGEST = 20_000;

  BodyModule() {
    super("bodies");
    addDeserializer(String.class, new BoundedText());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.insertAnnotationIntrospector(new Components());
  }

  /** Reads from a record's canonical constructor what may be left out. */
  private static final class Components extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Version version() {
      return Version.unknownVersion();
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      return needed(member) && !isContainer(member.getRawType()) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
      if (!needed(annotated)) return JsonSetter.Value.empty();
      return isContainer(annotated.getRawType())
          ? JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)
          : JsonSetter.Value.forValueNulls(Nulls.FAIL);
    }

    private static boolean isContainer(Class<?> type) {
      return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    /** Primitives are not: left out they are zero or false, which the rules judge. */
    private static boolean needed(Annotated annotated) {
      if (!(annotated instanceof AnnotatedParameter p) || p.getRawType().isPrimitive()) return false;
      if (!(p.getOwner().getAnnotated() instanceof Constructor<?> c) || !c.getDeclaringClass().isRecord()) return false;
      if (!c.getDeclaringClass().getName().startsWith("org.zhuqi.")) return false;
      AnnotatedType[] types = c.getAnnotatedParameterTypes();
      return p.getIndex() < types.length && !types[p.getIndex()].isAnnotationPresent(Nullable.class);
    }
  }

  private static final class BoundedText extends StdScalarDeserializer<String> {
    BoundedText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getValueAsString();
      if (text == null) return (String) context.handleUnexpectedToken(getValueType(context), parser);
      if (text.length() > LONGEST) return context.reportInputMismatch(this, "longer than %d characters", LONGEST);
      if (text.indexOf('\0') >= 0) return context.reportInputMismatch(this, "holds a NUL character");
      return text;
    }
  }
}
