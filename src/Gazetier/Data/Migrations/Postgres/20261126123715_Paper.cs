using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gazetier.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Paper : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Pins_Place_Position",
                table: "Pins");

            migrationBuilder.AddColumn<Guid>(
                name: "ArrangementId",
                table: "Pins",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("01900000-0000-7000-8000-00000000f001"));

            migrationBuilder.AddColumn<Guid>(
                name: "BlockId",
                table: "Pins",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Accent",
                table: "Imprint",
                type: "character varying(7)",
                maxLength: 7,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "IconKey",
                table: "Imprint",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LogoHeight",
                table: "Imprint",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LogoKey",
                table: "Imprint",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LogoWidth",
                table: "Imprint",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Arrangements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    BeginsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SavedByName = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arrangements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Emblems",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Emblems", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "MenuEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    SectionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Label = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Path = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MenuEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MenuEntries_Sections_SectionId",
                        column: x => x.SectionId,
                        principalTable: "Sections",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Mergers",
                columns: table => new
                {
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    IntoId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mergers", x => x.FromId);
                });

            migrationBuilder.CreateTable(
                name: "FrontPageBlocks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ArrangementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Seats = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    IsHidden = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrontPageBlocks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FrontPageBlocks_Arrangements_ArrangementId",
                        column: x => x.ArrangementId,
                        principalTable: "Arrangements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "Arrangements",
                columns: new[] { "Id", "BeginsAt", "Name", "SavedAt", "SavedByName", "Version" },
                values: new object[] { new Guid("01900000-0000-7000-8000-00000000f001"), new DateTime(2000, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "Une automatique", new DateTime(2000, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "", 0 });

            migrationBuilder.CreateIndex(
                name: "IX_Redirects_Target",
                table: "Redirects",
                column: "Target");

            migrationBuilder.CreateIndex(
                name: "IX_Pins_ArrangementId_Place_Position",
                table: "Pins",
                columns: new[] { "ArrangementId", "Place", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Pins_BlockId",
                table: "Pins",
                column: "BlockId");

            migrationBuilder.CreateIndex(
                name: "IX_Arrangements_BeginsAt",
                table: "Arrangements",
                column: "BeginsAt");

            migrationBuilder.CreateIndex(
                name: "IX_FrontPageBlocks_ArrangementId",
                table: "FrontPageBlocks",
                column: "ArrangementId");

            migrationBuilder.CreateIndex(
                name: "IX_MenuEntries_SectionId",
                table: "MenuEntries",
                column: "SectionId");

            migrationBuilder.CreateIndex(
                name: "IX_Mergers_IntoId",
                table: "Mergers",
                column: "IntoId");

            migrationBuilder.AddForeignKey(
                name: "FK_Pins_Arrangements_ArrangementId",
                table: "Pins",
                column: "ArrangementId",
                principalTable: "Arrangements",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_Pins_FrontPageBlocks_BlockId",
                table: "Pins",
                column: "BlockId",
                principalTable: "FrontPageBlocks",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Pins_Arrangements_ArrangementId",
                table: "Pins");

            migrationBuilder.DropForeignKey(
                name: "FK_Pins_FrontPageBlocks_BlockId",
                table: "Pins");

            migrationBuilder.DropTable(
                name: "Emblems");

            migrationBuilder.DropTable(
                name: "FrontPageBlocks");

            migrationBuilder.DropTable(
                name: "MenuEntries");

            migrationBuilder.DropTable(
                name: "Mergers");

            migrationBuilder.DropTable(
                name: "Arrangements");

            migrationBuilder.DropIndex(
                name: "IX_Redirects_Target",
                table: "Redirects");

            migrationBuilder.DropIndex(
                name: "IX_Pins_ArrangementId_Place_Position",
                table: "Pins");

            migrationBuilder.DropIndex(
                name: "IX_Pins_BlockId",
                table: "Pins");

            migrationBuilder.DropColumn(
                name: "ArrangementId",
                table: "Pins");

            migrationBuilder.DropColumn(
                name: "BlockId",
                table: "Pins");

            migrationBuilder.DropColumn(
                name: "Accent",
                table: "Imprint");

            migrationBuilder.DropColumn(
                name: "IconKey",
                table: "Imprint");

            migrationBuilder.DropColumn(
                name: "LogoHeight",
                table: "Imprint");

            migrationBuilder.DropColumn(
                name: "LogoKey",
                table: "Imprint");

            migrationBuilder.DropColumn(
                name: "LogoWidth",
                table: "Imprint");

            migrationBuilder.CreateIndex(
                name: "IX_Pins_Place_Position",
                table: "Pins",
                columns: new[] { "Place", "Position" });
        }
    }
}
