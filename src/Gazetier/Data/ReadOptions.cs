using System.Collections;
using System.ComponentModel;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Gazetier.Data;

/// <summary>Reads the operator's settings, or stops with all that is wrong with them.</summary>
public static class ReadOptions
{
    public static NewspaperOptions ReadNewspaperOptions(this IConfiguration configuration)
    {
        var section = configuration.GetSection("Gazetier");
        var wrong = Unreadable(section, new NewspaperOptions(), "Gazetier__").ToList();
        var options = wrong.Count == 0 ? section.Get<NewspaperOptions>() ?? new NewspaperOptions() : new NewspaperOptions();
        wrong.AddRange(new CheckOptions().Validate(null, options).Failures ?? []);
        return wrong.Count == 0 ? options : throw new OptionsValidationException("Gazetier", typeof(NewspaperOptions), wrong);
    }

    /// <summary>What the framework would only call a failed conversion: a number that is none. The default is the example.</summary>
    private static IEnumerable<string> Unreadable(IConfigurationSection section, object defaults, string prefix)
    {
        foreach (var property in defaults.GetType().GetProperties().Where(property => property.CanWrite))
        {
            // What the operator names herself: text all of it, which always reads.
            if (property.PropertyType.IsAssignableTo(typeof(IDictionary)))
            {
                continue;
            }

            var setting = section.GetSection(property.Name);
            var converter = TypeDescriptor.GetConverter(property.PropertyType);
            if (!converter.CanConvertFrom(typeof(string)))
            {
                foreach (var inner in Unreadable(setting, property.GetValue(defaults)!, $"{prefix}{property.Name}__"))
                {
                    yield return inner;
                }
            }
            else if (setting.Value is { } value && !converter.IsValid(value))
            {
                var example = Convert.ToString(property.GetValue(defaults), CultureInfo.InvariantCulture);
                yield return $"{prefix}{property.Name} ('{value}') is not a number. Example: {prefix}{property.Name}='{example}'";
            }
        }
    }
}
