namespace Gazetier.Web;

/// <summary>One page of a list, counted from 1.</summary>
public record Paging(int Number, int Size, int Total)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public int Skip => (Number - 1) * Size;

    /// <summary>A number that no page has: the address does not exist.</summary>
    public bool IsOut => Number < 1 || Number > Pages;
}
