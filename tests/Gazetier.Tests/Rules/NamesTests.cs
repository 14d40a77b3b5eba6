using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>Names say what a thing is in the trade (STYLE.md, "Names").</summary>
public partial class NamesTests
{
    private static readonly string[] Banned =
    [
        "Manager", "Helper", "Util", "Utils", "Utility", "Processor", "Handler", "Service", "Info", "Dto", "ViewModel", "Entity", "Item", "Base",
        "Common", "User",
    ];

    /// <summary>A name that holds a banned word, and why it may.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["CommonPasswords"] = "the list of passwords that many people have: common is the word for it",
    };

    /// <summary>An interface with fewer than two implementations, and why it may.</summary>
    private static readonly Dictionary<string, string> LonelyInterfaces = new(StringComparer.Ordinal);

    [Fact]
    public void No_type_has_a_banned_word_in_its_name()
    {
        var wrong = OurTypes().Where(type => !Allowed.ContainsKey(type.Name))
            .SelectMany(type => Words(OurPart(type)).Intersect(Banned, StringComparer.Ordinal)
                .Select(word => $"{type.FullName}: '{word}' says nothing. What is it in the trade? (docs/glossary.md)"));
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Each_interface_has_two_implementations()
    {
        var all = OurTypes().Concat(typeof(NamesTests).Assembly.GetTypes()).Where(type => type.IsClass).ToList();
        var wrong = OurTypes().Where(type => type.IsInterface && !LonelyInterfaces.ContainsKey(type.Name))
            .Where(type => all.Count(type.IsAssignableFrom) < 2)
            .Select(type => $"{type.FullName} has {all.Count(type.IsAssignableFrom)} implementations, tests included: use the class itself.");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Words_are_read_off_a_name()
    {
        Words("HTMLInfoOf2Items").ShouldBe(["HTML", "Info", "Of", "Items"]);
        Words("Information").ShouldBe(["Information"]);
        OurTypes().Count().ShouldBeGreaterThan(50);
    }

    private static IEnumerable<Type> OurTypes() => typeof(Application).Assembly.GetTypes().Where(type =>
        type.Namespace?.StartsWith("Gazetier", StringComparison.Ordinal) == true
        && !type.Namespace.Contains(".Migrations", StringComparison.Ordinal)
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && type.DeclaringType?.GetCustomAttribute<CompilerGeneratedAttribute>() is null);

    /// <summary>The framework finds tag helpers by the end of their names.</summary>
    private static string OurPart(Type type) => type.IsAssignableTo(typeof(TagHelper)) ? type.Name.Replace("TagHelper", "", StringComparison.Ordinal) : type.Name;

    private static IEnumerable<string> Words(string name)
    {
        var whole = name.Split('`')[0];
        var words = Word().Matches(whole).Select(match => match.Value);
        return whole.EndsWith("ViewModel", StringComparison.Ordinal) ? words.Append("ViewModel") : words;
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
