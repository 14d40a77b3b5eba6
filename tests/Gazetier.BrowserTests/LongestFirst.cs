using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Gazetier.BrowserTests.LongestFirst))]

namespace Gazetier.BrowserTests;

/// <summary>The classes that walk the whole newspaper begin first: begun last, each would run alone for minutes beside an idle processor.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [nameof(PagesTests), nameof(CorpusTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => Array.Exists(Longest, name => collection.TestCollectionDisplayName.Contains("." + name, StringComparison.Ordinal)))];
}
